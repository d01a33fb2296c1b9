export * from '../families/requestsEqualLimits/fix'
