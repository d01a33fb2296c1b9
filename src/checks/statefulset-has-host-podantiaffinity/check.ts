import { check } from '../../engine/findings/check'
import { withoutAntiAffinity } from '../families/hostPodAntiAffinity/find'

export default check({
  id: 'statefulset-has-host-podantiaffinity',
  title: 'StatefulSet has host PodAntiAffinity',
  topic: 'reliable',
  on: 'StatefulSet',
  *judge(object) {
    return yield* withoutAntiAffinity(object, object.data.spec?.replicas)
  },
})
