import { didYouMean } from '../../model/did-you-mean.ts'
import { regionNames } from '../../validate/schemas/regions.ts'

/** A sentence for each region that the data does not know: new ones are not refused, and misspelt ones are worth a word. */
export function unknownRegions(regions: readonly string[]): readonly string[] {
  const known = regions.length === 0 ? [] : regionNames()
  return regions
    .filter((region) => !known.includes(region))
    .map((region) => {
      const near = didYouMean(region, known)
      const hint = near === undefined ? '' : `; did you mean "${near}"?`
      return `Region "${region}" is not known here, so that what it lacks is not found${hint}`
    })
}
