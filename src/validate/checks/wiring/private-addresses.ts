import { printAddress, readAddress } from '../../../model/ipv4-block.ts'
import type { Check, Problem } from '../../check.ts'
import type { TemplateView } from '../../template-view.ts'
import { rangesAt } from '../../wiring/address-range.ts'
import { addressText, fixedAddresses, type FixedAddress } from '../../wiring/fixed-addresses.ts'
import { subnetAt } from '../../wiring/gateways.ts'
import { compare } from '../../wiring/literal.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'

export const privateAddresses: Check = {
  rules: [
    {
      code: 'CFS1802',
      level: 'error',
      title: 'A private address is asked for once',
      help:
        'Two instances or network interfaces that ask for one address of one subnet cannot both have it: the second is refused. Give ' +
        'one of them another address, or let EC2 choose.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
    },
    {
      code: 'CFS2104',
      level: 'error',
      title: 'A private address lies in its subnet, and is not reserved',
      help: 'EC2 refuses an address that is not of the subnet, and keeps the first four and the last address of each subnet for itself.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    },
  ],
  run(template, report) {
    const byText = new Map<string, FixedAddress[]>()
    for (const one of [...fixedAddresses(template).values()].flat()) {
      const text = addressText(one)
      if (text === undefined || readAddress(text) === undefined) continue
      judgePlace(one, template, report)
      const earlier = byText.get(text) ?? []
      const twin = earlier.find((other) => isSame(one, other, template))
      earlier.push(one)
      byText.set(text, earlier)
      if (twin === undefined) continue
      const message = `"${one.owner.id}" asks for the private address ${addressText(one)}, as "${twin.owner.id}" does in the same subnet`
      report({ path: one.address.path, message, hint: 'Give one of them another address, or let EC2 choose' })
    }
  },
}

function isSame(one: FixedAddress, other: FixedAddress, template: TemplateView): boolean {
  template.effort.spend(1)
  return (
    one.address.path !== other.address.path &&
    compare(one.subnet.value, other.subnet.value) === 'same' &&
    canHappen(template, [one.when, other.when])
  )
}

function judgePlace(one: FixedAddress, template: TemplateView, report: (problem: Problem) => void): void {
  const subnet = subnetAt(one.subnet, template)
  const blocks = subnet === undefined ? [] : read(placeOf(subnet), 'Properties', 'CidrBlock')
  const address = readAddress(addressText(one) ?? '')
  for (const { base, from, size, shown, defaults, when } of blocks.flatMap((block) =>
    rangesAt(block, template),
  )) {
    if (base !== '' || size === undefined || address === undefined) continue
    const offset = address - from
    const isOutside = offset < 0 || offset >= size
    if (!isOutside && offset >= 4 && offset < size - 1) continue
    if (!canHappen(template, [when, one.when])) continue
    const why = isOutside
      ? `does not lie in subnet "${subnet?.id}" (${shown})`
      : `is one of those that EC2 keeps for itself in subnet "${subnet?.id}" (${shown})`
    return report({
      code: 'CFS2104',
      ...(defaults.length > 0 && { level: 'warning' as const }),
      path: one.address.path,
      message: `Private address ${addressText(one)} of "${one.owner.id}" ${why}`,
      hint: `Use one from ${printAddress(from + 4)} to ${printAddress(from + size - 2)}`,
    })
  }
}
