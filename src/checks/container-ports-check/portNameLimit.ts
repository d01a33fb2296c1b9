/** The longest name of a port, in bytes. */
export const portNameLimit = 15
