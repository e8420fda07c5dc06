import { expect } from 'chai'
import { getAtt, importValue, parameter, ref, resource, stackName, sub } from '../../src/index.ts'
import { placesOf } from '../../src/model/intrinsic.ts'
import { anchorOf } from '../../src/model/resource.ts'

const bucket = resource('AWS::S3::Bucket', 'Logs')
const name = parameter('Name')
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('sub``', () => {
  it('writes references and attributes into the text', () => {
    expect(plain(sub`${bucket.att.Arn}/${name.ref}/${stackName}/*`)).to.deep.equal({
      'Fn::Sub': '${Logs.Arn}/${Name}/${AWS::StackName}/*',
    })
    expect(plain(sub`${ref('A')}${getAtt('B', 'Outputs.C')}`)).to.deep.equal({
      'Fn::Sub': '${A}${B.Outputs.C}',
    })
  })

  it('makes a variable of any other value', () => {
    expect(plain(sub`${importValue('a')}-${bucket.ref}-${importValue('b')}`)).to.deep.equal({
      'Fn::Sub': [
        '${Value1}-${Logs}-${Value2}',
        { Value1: { 'Fn::ImportValue': 'a' }, Value2: { 'Fn::ImportValue': 'b' } },
      ],
    })
  })

  it('keeps placeholders that the text itself holds, and escapes those that a value brings', () => {
    expect(plain(sub`\${AWS::Region} ${'${HOME}'} ${8080} ${true}`)).to.deep.equal({
      'Fn::Sub': '${AWS::Region} ${!HOME} 8080 true',
    })
  })

  it('remembers what its places refer to', () => {
    expect(placesOf(sub`${bucket.att.Arn} ${bucket.ref}`)).to.deep.equal(
      new Map([
        ['Logs.Arn', anchorOf(bucket)],
        ['Logs', anchorOf(bucket)],
      ]),
    )
  })

  it('refuses a place that holds nothing', () => {
    expect(() => sub`a${undefined as never}`).to.throw('one of its places is undefined')
    expect(() => sub`a${null as never}`).to.throw('one of its places is null')
  })
})
