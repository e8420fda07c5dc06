import { expect } from 'chai'
import { validate } from '../../../src/validate/validate.ts'

const files = (Properties: object, policies: object = {}): object => ({
  Resources: {
    Topic: { Type: 'AWS::SNS::Topic' },
    Files: { Type: 'AWS::EFS::FileSystem', ...policies, Properties },
  },
})
const database = (Properties: object, policies: object = {}): object => ({
  Resources: {
    Topic: { Type: 'AWS::SNS::Topic' },
    Database: {
      Type: 'AWS::RDS::DBInstance',
      ...policies,
      Properties: { DBInstanceClass: 'db.t4g.small', Engine: 'postgres', ...Properties },
    },
  },
})
const without = { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } }
const found = (before: object, after: object): readonly string[] =>
  validate(after, { previous: before })
    .filter(({ code }) => code === 'CFS2002' || code === 'CFS2003')
    .map(({ code, level, path, message }) => `${code} ${level} ${path.join('.')}: ${message}`)
const deleted = { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' }
const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }

describe('data in an update', () => {
  it('CFS2002 says which change deletes what', () => {
    const [plain, encrypted] = [{ Encrypted: false }, { Encrypted: true }]
    expect(found(files(plain, deleted), files(encrypted, deleted))).to.deep.equal([
      'CFS2002 warning Resources.Files.Properties.Encrypted: The change of "Encrypted" replaces "Files", and deletes the old one with its data',
    ])
    expect(found(files(plain), files(encrypted, kept))).to.deep.equal([])
    expect(found(files(plain), files({ Encrypted: { Ref: 'Secret' } }))).to.deep.equal([])
    expect(found(files({ ThroughputMode: 'bursting' }), files({ ThroughputMode: 'elastic' }))).to.deep.equal(
      [],
    )
  })

  it('CFS2002 leaves members of a cluster to the cluster', () => {
    const member = (Port: string): object => database({ DBClusterIdentifier: 'main', Port })
    expect(found(member('5432'), member('5433'))).to.deep.equal([])
    expect(found(database({ Port: '5432' }), database({ Port: '5433' }))).to.have.length(1)
  })

  it('CFS2003 finds what is taken out with its data', () => {
    expect(found(files({}), without)).to.deep.equal([
      'CFS2003 warning Resources: "Files" (AWS::EFS::FileSystem) is taken out of the template, and deleted with its data',
    ])
    expect(found(files({}, kept), without)).to.deep.equal([])
    // RDS leaves a snapshot unless told otherwise.
    expect(found(database({}), without)).to.deep.equal([])
    expect(found(database({}, deleted), without)).to.have.length(1)
  })
})
