import type { Mended } from '../../engine/findings/check'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { idProposal, idProposals, type IdField } from './ids'
import type { Path } from '../../engine/model/path'

/** For ids that a container lacks. */
export const given = (object: PodBearer, placed: LocatedContainer, fields: readonly IdField[]): Mended => ({
  fixes: idProposals(object, placed, fields),
})

/** For an id that is too low, where it stands. */
export const raised = (at: Path, field: IdField): Mended => ({ fixes: [idProposal(at, field)] })
