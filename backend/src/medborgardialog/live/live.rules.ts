/** What is known of a question's words before anybody has read them. */
export interface Words {
  readonly personalData: readonly unknown[];
  readonly blockedWords: readonly string[];
}

/** Whether a question is shown before a human has read it, where those who conduct the dialogue let questions through. */
export const isShownAtOnce = ({ personalData, blockedWords }: Words): boolean =>
  personalData.length === 0 && blockedWords.length === 0;
