/** The file that every command reads its settings from, in the folder where it is run. */
export const SETTINGS_FILE = '.env';
