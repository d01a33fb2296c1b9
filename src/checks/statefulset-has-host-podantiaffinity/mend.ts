export * from '../antiAffinityMend'
