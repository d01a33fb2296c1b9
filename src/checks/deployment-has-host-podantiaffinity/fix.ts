export * from '../families/hostPodAntiAffinity/fix'
