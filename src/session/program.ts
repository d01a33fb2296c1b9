/** The name of the program: on the command line, of its package's `bin`, and of the file that the page offers. */
export const programName = 'manifest-playground'

export const programFile = `${programName}.mjs`

/** The file of settings: the page exports it, and the program looks for it from its working folder upwards. */
export const settingsFileName = `${programName}.json`
