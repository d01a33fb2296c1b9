import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { programName, repository } from './imageReference'
import { isBelow, withoutSlash } from './paths'
import { hostPathsOf } from './volumes'

/** Paths of the node that belong to root, or that lead to the kernel, to its devices, or to the container runtime. */
const nodePaths = [
  '/boot',
  '/dev',
  '/etc/cni',
  '/etc/kubernetes',
  '/lib/modules',
  '/opt/cni',
  '/proc',
  '/run/containerd',
  '/run/crio',
  '/run/docker.sock',
  '/run/xtables.lock',
  '/sys',
  '/usr/lib/modules',
  '/usr/libexec/kubernetes',
  '/usr/src',
  '/var/lib/cni',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/lib/kubelet',
  '/var/log',
  '/var/run/containerd',
  '/var/run/crio',
  '/var/run/docker.sock',
]

/** The path of the node that a container mounts and that belongs to root or the container runtime. */
export const nodePathOf = (container: LocatedContainer['container'], object: PodBearer): string | undefined =>
  hostPathsOf(container, object).find((path) => {
    const plain = withoutSlash(path)
    return (
      plain === '/' ||
      plain === '/run' ||
      plain === '/var/run' ||
      nodePaths.some((one) => isBelow(plain, one))
    )
  })

/** Words in the names of containers, images and objects that manage the node: its network, disks, devices or kernel. */
const agentWords: ReadonlySet<string> = new Set(
  (
    'antrea bpf buildah buildkit buildkitd calico ceph cilium cni csi dind ebpf falco flannel kubevirt longhorn multus ' +
    'nvidia openebs podman portworx rook sysdig tetragon tracee weave'
  ).split(' '),
)

const agentPhrases = [
  'device-plugin',
  'gpu-operator',
  'kube-proxy',
  'kube-router',
  'nfs-server',
  'node-driver-registrar',
  'storageos',
]

/** The name that says that a container manages its node, or runs other containers: `calico-node`, `docker:dind`. */
export function agentName(object: PodBearer, { container, name }: LocatedContainer): string | undefined {
  const { image = '' } = container
  const program = programName(image)
  const tag = image.slice(repository(image).length)
  const names = [name, program, object.name, `${program}${tag.split('@', 1)[0] ?? ''}`]
  return names.find(
    (one) =>
      agentPhrases.some((phrase) => one.includes(phrase)) ||
      one
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .some((word) => agentWords.has(word)),
  )
}
