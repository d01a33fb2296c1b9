export * from '../families/hasPodDisruptionBudget/fix'
