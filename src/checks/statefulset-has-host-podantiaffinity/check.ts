import { check } from '../../engine/findings/check'
import { withoutAntiAffinity } from '../families/hostPodAntiAffinity/find'

export default check({
  id: 'statefulset-has-host-podantiaffinity',
  title: 'StatefulSet has host PodAntiAffinity',
  topic: 'reliable',
  severities: ['warning'],
  on: 'StatefulSet',
  find: withoutAntiAffinity,
  fix: () => import('../families/hostPodAntiAffinity/fix'),
})
