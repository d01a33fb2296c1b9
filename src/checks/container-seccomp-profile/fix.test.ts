import { fixTable } from '../testing/fixTable'
import { a, pod } from '../testing/manifests'

fixTable('container-seccomp-profile', [
  [
    'no containers',
    pod(''),
    'unfixable: Only you know what it should run. Add a container with a name and an image, or delete the object.',
  ],
  [
    'nothing said',
    pod(a()),
    'review Set seccomp profile of the Pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
  [
    'two containers',
    pod(`${a()}, {image: b}`),
    'review Set seccomp profile of the Pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
    'review Set seccomp profile of container a to RuntimeDefault: set spec.containers[0].securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
  [
    'another has its own',
    pod(`${a()}, {name: b, securityContext: {seccompProfile: {type: Unconfined}}}`),
    'review Set seccomp profile of container a to RuntimeDefault: set spec.containers[0].securityContext.seccompProfile = {type: "RuntimeDefault"}',
    'review Set seccomp profile of the Pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
])
