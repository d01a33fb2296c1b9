/** What could not be loaded, in words for people, when reports are made without the rules of the API server. */
export const serverRules = 'The rules of the API server'
