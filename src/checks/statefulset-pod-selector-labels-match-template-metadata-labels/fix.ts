export * from '../families/selectorMatchesTemplate/fix'
