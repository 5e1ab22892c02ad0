import { dictionary } from '@zxcvbn-ts/language-common';

/** About 48,000 passwords that people are known to use, in small letters: what attackers try first. */
export const commonPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common']);
