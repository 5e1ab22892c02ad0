/** A setting that cannot be used; the message names the variable and says what would be right. */
export class SettingError extends Error {
  override readonly name = 'SettingError';

  constructor(
    readonly variable: string,
    explanation: string,
  ) {
    super(`${variable} ${explanation}`);
  }
}
