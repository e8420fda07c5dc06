/** Resources of a network, as templates write them by hand. */
export const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } }
export const ref = (Ref: string): object => ({ Ref })
export const att = (id: string, attribute: string): object => ({ 'Fn::GetAtt': [id, attribute] })
export const noValue = ref('AWS::NoValue')
/** A zone of the stack's region, by its place in the list. */
export const zone = (index: number | string): object => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] })
/** The `n`th subnet of the VPC `Vpc`. */
export const subnet = (n: number, more: object = {}): object => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: ref('Vpc'), CidrBlock: `10.0.${n}.0/24`, ...more },
})
export const gateway = { Type: 'AWS::EC2::InternetGateway' }
export const attachment = {
  Type: 'AWS::EC2::VPCGatewayAttachment',
  Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') },
}
export const routeTable = { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } }
/** A default route of the table `Table`. */
export const route = (more: object, others: object = {}): object => ({
  Type: 'AWS::EC2::Route',
  Properties: { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', ...more },
  ...others,
})
export const association = (subnetId: string): object => ({
  Type: 'AWS::EC2::SubnetRouteTableAssociation',
  Properties: { SubnetId: ref(subnetId), RouteTableId: ref('Table') },
})
/** A parameter, and a condition that holds when it is `true`. */
export const switchable = {
  Parameters: { Wide: { Type: 'String', AllowedValues: ['true', 'false'] } },
  Conditions: { IsWide: { 'Fn::Equals': [ref('Wide'), 'true'] } },
}
export const ifWide = (then: unknown, otherwise: unknown): object => ({
  'Fn::If': ['IsWide', then, otherwise],
})
