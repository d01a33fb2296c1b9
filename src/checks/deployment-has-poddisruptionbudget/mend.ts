export * from '../budgetMend'
