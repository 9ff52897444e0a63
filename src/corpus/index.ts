export {
  ARTICLE_STATES,
  type ArchivedArticle,
  newestArticles,
  versionsOf,
} from './archive/archived-articles.ts';
export { allowArticles, type ErasedLines, eraseArticles } from './archive/erase-articles.ts';
export { findArticles, urisOfArticle } from './archive/find-articles.ts';
export { fingerprintPassages } from './archive/fingerprint-passages.ts';
export { type Archive, type ArchiveFile, agencyNamed, type Entry, visibilityAt } from './archive/index.ts';
export { readId } from './archive/item-name.ts';
export { readItemText } from './archive/item-text.ts';
export { readCatalogue } from './archive/read-catalogue.ts';
export { ArchiveWriteError } from './archive/segments.ts';
export { shareContext } from './archive/short-paragraphs.ts';
export type { Calibration, CalibrationReading } from './calibration/calibration.ts';
export { readCalibration, writeCalibration } from './calibration/calibration-file.ts';
export { SURE_FROM_RANGE } from './calibration/calibration-text.ts';
export { isOutgrown, MORE_FACTS, MORE_VERDICTS } from './calibration/outgrown.ts';
export { corpusFingerprint } from './corpus-fingerprint.ts';
export {
  type CorpusReading,
  openCorpusReader,
  type SheetNews,
  soundReading,
} from './corpus-reader.ts';
export { type CheckedDraft, checkDraft, type DraftProblem } from './desk-sheet/check-draft.ts';
export { deskFactId } from './desk-sheet/desk-fact-id.ts';
export { type DeskSheetPlace, deskSheetOf } from './desk-sheet/desk-sheet-file.ts';
export { type DraftFact, readDraftFact } from './desk-sheet/draft-fact.ts';
export { type Filing, fileFact } from './desk-sheet/file-fact.ts';
export type { DraftField } from './desk-sheet/write-section.ts';
export { isDeskFile, listDeskFiles, readDeskFile } from './files/desk-files.ts';
export { UnreachableFileError } from './files/file-errors.ts';
export { importArticles } from './import-articles.ts';
export { FORMATS, type Format, isFormat } from './importers/format-names.ts';
export { isFieldName } from './importers/named-fields.ts';
export type { ImportProgress, ImportRemark, ImportReport } from './importing/index.ts';
export { keepLines } from './keep-lines.ts';
export { mergeLastKnownGood } from './last-known-good.ts';
export { type Corpus, type CorpusPlace, inspectCorpus, loadCorpus } from './load-corpus.ts';
export { dropNearDuplicates } from './near-duplicates.ts';
export type { Passage, PassageKind, Place } from './passage.ts';
export { CorpusError, formatPlace, formatProblem, type Problem } from './problem.ts';
export type { Fact } from './sheets/fact.ts';
export { type Review, type Reviewable, type ReviewRule, reviewOf } from './sheets/review.ts';
export { factsInUse, toPassage } from './sheets/visible-facts.ts';
export { warnOfSheets } from './sheets/warn-of-sheets.ts';
export { namesSourceAgain, type Source, type SourceDate } from './source.ts';
export { isSynonymsFile } from './synonyms/read-synonyms.ts';
export type { SynonymRule } from './synonyms/synonym-rule.ts';
export { verifyPassages } from './verify-passages.ts';
export {
  earlier,
  openVisibleArchive,
  readVisibleFacts,
  readVisiblePassages,
  type VisibleFacts,
} from './visible-passages.ts';
export { WARNING_KINDS, type Warning, type WarningKind } from './warning.ts';
export { type CorpusWatch, openCorpusWatch } from './watch-corpus.ts';
