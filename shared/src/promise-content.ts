import type {
  DraftCommitment as CommitmentContract,
  DraftFocusArea as FocusAreaContract,
  DraftMilestone as MilestoneContract,
  PromiseContent as ContentContract,
  PromiseDraft as DraftContract,
  DraftText as TextContract,
} from './contracts/promise-editor.js';

/** The data of a contract class, without the class: what is written part by part is copied part by part. */
type Data<T> = T extends readonly (infer Item)[]
  ? Data<Item>[]
  : T extends object
    ? { [Name in keyof T]: Data<T[Name]> }
    : T;

export type TextInBoth = Data<TextContract>;
export type DraftFocusArea = Data<FocusAreaContract>;
export type DraftMilestone = Data<MilestoneContract>;
export type DraftCommitment = Data<CommitmentContract>;
export type PromiseContent = Data<ContentContract>;
export type PromiseDraft = Data<DraftContract>;
