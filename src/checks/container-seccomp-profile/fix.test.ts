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
  [
    'an annotation that switches it off',
    pod(`${a()}, {name: b, image: b}`).replace(
      'labels:',
      'annotations: {container.seccomp.security.alpha.kubernetes.io/b: unconfined}, labels:',
    ),
    'review Set seccomp profile of container a to RuntimeDefault: set spec.containers[0].securityContext.seccompProfile = {type: "RuntimeDefault"}',
    'risky Set seccomp profile of the Pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
  [
    'an annotation that switches it off for the Pod',
    pod(a()).replace(
      'labels:',
      'annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}, labels:',
    ),
    'risky Set seccomp profile of the Pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
  [
    'privileged',
    pod(a('securityContext: {privileged: true}')),
    'review Set seccomp profile of the Pod to RuntimeDefault: set spec.securityContext.seccompProfile = {type: "RuntimeDefault"}',
  ],
  [
    'Windows',
    pod(a(), 'os: {name: windows}'),
    'unfixable: These Pods run on Windows, which has no seccomp, and with os.name windows the API refuses the field. Limit the user with windowsOptions.runAsUserName, and ignore this check.',
  ],
])
