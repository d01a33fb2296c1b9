import type { Fix } from '../../engine/findings/check'
import { review, risky, type Assessment, type Proposal } from '../../engine/findings/remedy'
import { listText } from '../../engine/model/shorten'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { installerOf, redirectedFiles } from '../facts/commands'
import type { KnownImage } from '../facts/images'
import { nodePathOf } from '../facts/nodeAccess'
import { isForWindows } from '../facts/operatingSystem'
import { programOf } from '../facts/ownProgram'
import { setField } from '../facts/setField'
import { writtenPaths } from '../facts/writtenPaths'
import { addVolumes, isWithin, mountsBelow, withoutVolume } from './scratchVolumes'

const title = 'Make the root filesystem read-only'

/** Only volumes can be written to: new ones where the program writes, or probably writes. */
const fix: Fix<'pod', LocatedContainer> = ({ data: located }, { object }) => {
  if (isForWindows(object.pod))
    return {
      unfixable:
        'These Pods run on Windows, where the root filesystem cannot be read-only, and with os.name windows the API refuses the field. Limit the user with windowsOptions.runAsUserName, and ignore this check.',
    }
  const installer = installerOf(located.container)
  if (installer !== undefined)
    return {
      unfixable: `${located.title} installs packages with ${installer} when it starts, which writes to the root filesystem. Build an image that has them, then make the filesystem read-only.`,
    }
  const image = programOf(object, located)
  const told = writtenPaths(located.container)
  const data = (image?.data ?? []).filter((directory) => !mountsBelow(located, directory))
  const directories = withoutVolume(located, [...(image?.writes ?? ['/tmp']), ...data, ...told])
  const path = [...located.path, 'securityContext', 'readOnlyRootFilesystem']
  const assessment = assess(object, located, image, directories)
  const only = setField(title, path, true, assessment)
  if (directories.length === 0) return { fixes: [only] }
  const withVolumes: Proposal = {
    ...assessment,
    title: `${title}, with ${directories.length === 1 ? 'a volume' : 'volumes'} for ${listText(directories)}`,
    changes: [{ kind: 'set', path, value: true }, ...addVolumes(object, located, directories)],
  }
  const isGuess = image?.writes === undefined && directories.length === 1 && directories[0] === '/tmp'
  if (!isGuess || assessment.safety === 'risky') return { fixes: [withVolumes] }
  const note = 'Many programs write to /tmp, and this one would fail there: check that it does not.'
  return { fixes: [withVolumes, setField(title, path, true, risky(note))] }
}

export default fix

function assess(
  object: PodBearer,
  located: LocatedContainer,
  image: KnownImage | undefined,
  directories: readonly string[],
): Assessment {
  const rewritten = /\/[\w/.-]+/.exec(image?.rewrites ?? '')?.[0]
  const isMounted = rewritten !== undefined && withoutVolume(located, [rewritten]).length === 0
  if (image?.rewrites !== undefined && !isMounted)
    return risky(
      `The image ${image.program} ${image.rewrites}, which then fails: mount a volume with all files there, or keep the filesystem writable.`,
    )
  const file = redirectedFiles(located.container).find(
    (one) => withoutVolume(located, [one]).length > 0 && !directories.some((other) => isWithin(one, other)),
  )
  if (file !== undefined)
    return risky(
      `The command writes to ${file}, which then fails: mount a volume there if the image has no files of its own in that directory.`,
    )
  const nodePath = nodePathOf(located.container, object)
  if (nodePath !== undefined || located.container.securityContext?.privileged)
    return risky(
      `It ${nodePath === undefined ? 'is privileged' : `mounts ${nodePath} of the node`}, so it probably manages the node, and such programs write to many directories: check all of them.`,
    )
  const check =
    image?.writes === undefined
      ? 'Writes to any other directory fail: check where else the program writes.'
      : `Writes to any other directory fail: check whether your settings make ${image.program} write anywhere else.`
  const size =
    directories.length === 0
      ? ''
      : ' The new volumes have no size limit, so they can fill the disk of the node, as the container can today.'
  return located.container.securityContext?.readOnlyRootFilesystem === false
    ? risky(`It replaces false, which somebody chose, probably because the program writes. ${check}`)
    : review(`${check}${size}`)
}
