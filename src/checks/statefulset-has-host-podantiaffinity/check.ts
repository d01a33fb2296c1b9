import { check } from '../../engine/check'
import { withoutAntiAffinity } from '../withoutAntiAffinity'

export default check({
  id: 'statefulset-has-host-podantiaffinity',
  title: 'StatefulSet has host PodAntiAffinity',
  topic: 'reliable',
  on: 'StatefulSet',
  *judge(object) {
    return yield* withoutAntiAffinity(object, object.data.spec?.replicas)
  },
})
