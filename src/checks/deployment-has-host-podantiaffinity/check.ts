import { check } from '../../engine/findings/check'
import { withoutAntiAffinity } from '../families/hostPodAntiAffinity/find'

export default check({
  id: 'deployment-has-host-podantiaffinity',
  title: 'Deployment has host PodAntiAffinity',
  topic: 'reliable',
  on: 'Deployment',
  *judge(object) {
    return yield* withoutAntiAffinity(object, object.data.spec?.replicas)
  },
})
