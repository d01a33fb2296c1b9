export * from '../levelMend'
