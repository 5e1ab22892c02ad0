/** The largest file that is sent, as `TOWN_LIMITS.fileCharacters` of the contract says; that comes with class-validator. */
export const TOWN_FILE_CHARACTERS = 1_500_000;
