import { losesData, type Deletion, type DoomedResource } from '../../deploy/operations/deletion.ts'

/** What a deletion means, as lines for people: data first, then the rest by what becomes of it. */
export function renderDeletion(deletion: Deletion): string {
  const { stack, status, resources, terminationProtection } = deletion
  const data = resources.filter(losesData)
  const others = resources.filter((one) => !losesData(one))
  const of = (fate: DoomedResource['fate']): readonly DoomedResource[] =>
    others.filter((one) => one.fate === fate)
  return [
    `Deletion of stack "${stack}" (${status}):`,
    ...block('These hold data and are deleted:', data),
    ...block('Deleted:', of('delete')),
    ...block('Deleted, but a snapshot stays:', of('snapshot')),
    ...block('Stay, and belong to no stack then:', of('retain')),
    ...(terminationProtection ? ['', '  Termination protection: on → off'] : []),
    '',
    `Delete: ${data.length + of('delete').length} delete, ${of('snapshot').length} snapshot, ${of('retain').length} retain`,
  ].join('\n')
}

function block(title: string, resources: readonly DoomedResource[]): readonly string[] {
  if (resources.length === 0) return []
  return ['', `  ${title}`, ...resources.flatMap(renderResource)]
}

function renderResource({ logicalId, type, physicalId, source, failure }: DoomedResource): readonly string[] {
  const where = [physicalId, source].filter((part) => part !== undefined).join(', ')
  return [
    `  - ${logicalId}  ${type}${where === '' ? '' : `  (${where})`}`,
    ...(failure === undefined ? [] : [`      could not be deleted: ${failure}`]),
  ]
}
