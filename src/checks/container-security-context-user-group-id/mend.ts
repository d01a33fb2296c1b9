import type { Mended } from '../../engine/check'
import type { PlacedContainer, PodBearer } from '../../engine/objects'
import type { Path } from '../../engine/place'
import { idProposal, idProposals, type IdField } from '../ownIds'

/** For ids that a container lacks. */
export const given = (object: PodBearer, placed: PlacedContainer, fields: readonly IdField[]): Mended => ({
  fixes: idProposals(object, placed, fields),
})

/** For an id that is too low, where it stands. */
export const raised = (at: Path, field: IdField): Mended => ({ fixes: [idProposal(at, field)] })
