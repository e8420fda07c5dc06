import { expect } from 'chai'
import * as fc from 'fast-check'
import { matchesAction } from '../../../src/validate/wiring/action-patterns.ts'
import { combinations } from '../../../src/validate/wiring/combinations.ts'
import type { Place } from '../../../src/validate/wiring/place.ts'
import { userDataText } from '../../../src/validate/wiring/user-data.ts'

const place = (value: unknown, ...when: readonly (readonly [string, boolean])[]): Place => ({
  value,
  path: [],
  when: new Map(when),
})

describe('parts of wiring checks', () => {
  it('matchesAction() takes * and ? as IAM does, in any case of letters', () => {
    const matching = ['*', 'ssm:*', 'SSM:get*', 'ssm:GetParameters', 'ssm:Get?arameter?', '*:*Para*s']
    expect(matching.filter((pattern) => !matchesAction(pattern, 'ssm:GetParameters'))).to.deep.equal([])
    const others = ['', 'ssm:', 'ssm:GetParameter', 'ssm:GetParameters?', 'sm:*', '*:Put*', 's3:*']
    expect(others.filter((pattern) => matchesAction(pattern, 'ssm:GetParameters'))).to.deep.equal([])
  })

  it('matchesAction() agrees with a regular expression', () => {
    const piece = fc.constantFrom('a', 'b', ':', '*', '?')
    const text = fc.array(fc.constantFrom('a', 'b', ':'), { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), text, (pattern, action) => {
        const source = pattern.map((one) => (one === '*' ? '.*' : one === '?' ? '.' : one)).join('')
        expect(matchesAction(pattern.join(''), action)).to.equal(new RegExp(`^${source}$`).test(action))
      }),
    )
  })

  it('combinations() leaves out what excludes each other, and gives up when there are too many', () => {
    const yes = place(1, ['Prod', true])
    const no = place(2, ['Prod', false])
    const found = combinations([yes, no], [place('a')], [place('x', ['Prod', true]), place('y')])
    expect(found?.map(({ places }) => places.map(({ value }) => value))).to.deep.equal([
      [1, 'a', 'x'],
      [1, 'a', 'y'],
      [2, 'a', 'y'],
    ])
    const many = Array.from({ length: 9 }, (_, index) => place(index))
    expect(combinations(many, many)).to.equal(undefined)
    expect(combinations([place(1)], [])).to.deep.equal([])
  })

  it('userDataText() reads text out of Fn::Base64, and base64 itself', () => {
    expect(userDataText({ 'Fn::Base64': 'echo' })).to.deep.equal(['echo'])
    expect(userDataText(Buffer.from('#!/bin/sh\necho').toString('base64'))).to.deep.equal(['#!/bin/sh\necho'])
    expect(userDataText('#!/bin/sh')).to.deep.equal(['#!/bin/sh'])
    expect(userDataText({ Ref: 'P' })).to.deep.equal([{ call: { Ref: 'P' } }])
  })
})
