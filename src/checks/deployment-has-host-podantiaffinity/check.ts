import { check } from '../../engine/findings/check'
import { withoutAntiAffinity } from '../families/hostPodAntiAffinity/find'

export default check({
  id: 'deployment-has-host-podantiaffinity',
  title: 'Deployment has host PodAntiAffinity',
  topic: 'reliable',
  severities: ['warning'],
  on: 'Deployment',
  find: withoutAntiAffinity,
  fix: () => import('../families/hostPodAntiAffinity/fix'),
})
