import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'
import { completeClaim, validateClaim } from './claim'
import { validateDriver, validateNode, validateStorageCapacity } from './csi'
import { completeVolume, validateVolume } from './persistentVolume'
import { completeStorageClass, validateAttributesClass, validateStorageClass } from './storageClass'
import { validateAttachment } from './volumeAttachment'

const name = subdomainProblem

export const kinds: readonly Kind[] = [
  { of: ['v1 PersistentVolumeClaim'], name, complete: completeClaim, validate: validateClaim },
  {
    of: ['v1 PersistentVolume'],
    isClusterScoped: true,
    name,
    complete: completeVolume,
    validate: validateVolume,
  },
  {
    of: ['storage.k8s.io/v1 StorageClass'],
    isClusterScoped: true,
    name,
    complete: completeStorageClass,
    validate: validateStorageClass,
  },
  {
    of: ['storage.k8s.io/v1 VolumeAttributesClass', 'storage.k8s.io/v1beta1 VolumeAttributesClass'],
    isClusterScoped: true,
    name,
    validate: validateAttributesClass,
  },
  { of: ['storage.k8s.io/v1 CSIDriver'], isClusterScoped: true, name, validate: validateDriver },
  { of: ['storage.k8s.io/v1 CSINode'], isClusterScoped: true, name, validate: validateNode },
  { of: ['storage.k8s.io/v1 CSIStorageCapacity'], name, validate: validateStorageCapacity },
  { of: ['storage.k8s.io/v1 VolumeAttachment'], isClusterScoped: true, name, validate: validateAttachment },
]
