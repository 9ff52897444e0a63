import type { Place } from '../../corpus/index.ts';
import type { IndexColumns } from './index-data.ts';
import { originAt } from './passage-common.ts';

/** An article, or a sheet, of an index: the range of its passages' ordinals, and where it stands. */
export interface OriginRange {
  readonly from: number;
  readonly to: number;
  readonly place: Pick<Place, 'file' | 'item'>;
}

/** Goes through the articles and sheets of an index. */
export function* openOrigins({ passages: { common } }: IndexColumns): Generator<OriginRange> {
  for (let number = 0; number < common.originStarts.length - 1; number++) {
    const { file, item } = originAt(common, number);
    yield {
      from: common.originStarts[number] ?? 0,
      to: common.originStarts[number + 1] ?? 0,
      place: { file, ...(item && { item }) },
    };
  }
}
