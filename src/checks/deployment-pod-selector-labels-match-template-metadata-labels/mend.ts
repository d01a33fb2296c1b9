export * from '../selectorMend'
