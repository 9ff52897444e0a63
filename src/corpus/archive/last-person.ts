import { findTeller, type Pronoun } from './find-speaker.ts';
import { findOnlyPerson, namesOthers } from './named-persons.ts';
import { anyOf } from './person-name.ts';

const HE = new RegExp(`^${anyOf('Mr Sir Lord King Prince Father Brother')}\\b`);
const SHE = new RegExp(`^${anyOf('Ms Mrs Miss Lady Dame Queen Princess Sister')}\\b`);

/**
 * Of whom the last sentences told, as far as nobody else came between: whom "he said" means. Forgotten after a
 * paragraph that tells of nobody.
 */
export class LastPerson {
  #name: string | undefined;
  #pronoun: Pronoun | undefined;
  #paragraph = -1;
  /** What the writer told since, not looked at before somebody is asked for: mostly nobody ever is. */
  #told: { readonly sentence: string; readonly paragraph: number }[] = [];

  /** The person whom the pronoun can mean in a paragraph; undefined when that is not sure. */
  meantBy(pronoun: Pronoun, paragraph: number): string | undefined {
    for (const told of this.#told) this.#read(told.sentence, told.paragraph);
    this.#told = [];
    if (this.#paragraph < paragraph - 1) this.#name = undefined;
    return this.#pronoun === undefined || this.#pronoun === pronoun ? this.#name : undefined;
  }

  /** Somebody spoke, perhaps called by a pronoun. */
  spoke(name: string, paragraph: number, pronoun?: Pronoun): void {
    const known = this.#name === name ? this.#pronoun : undefined;
    this.#told = [];
    this.#name = name;
    this.#pronoun = pronoun ?? known ?? (HE.test(name) ? 'he' : SHE.test(name) ? 'she' : undefined);
    this.#paragraph = paragraph;
  }

  /** The writer told something. */
  wasTold(sentence: string, paragraph: number): void {
    this.#told.push({ sentence, paragraph });
  }

  #read(sentence: string, paragraph: number): void {
    const person = findTeller(sentence) ?? findOnlyPerson(sentence);
    if (person !== undefined) this.spoke(person, paragraph);
    else if (this.#name !== undefined && namesOthers(sentence, this.#name)) this.forget();
    else if (this.#name !== undefined && this.#isNamedIn(sentence)) this.#paragraph = paragraph;
  }

  /** Somebody spoke of whom nothing is sure. */
  forget(): void {
    this.#told = [];
    this.#name = undefined;
  }

  #isNamedIn(sentence: string): boolean {
    return (this.#name?.split(' ') ?? []).some((word) => sentence.includes(word));
  }
}
