"""Takes stacks through the API with boto3, and prints what it saw as JSON. The endpoint comes from the environment."""
import json

import boto3
from botocore.exceptions import ClientError, WaiterError

cloudformation = boto3.client('cloudformation')
seen = {}


def refused(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return [error.response['Error']['Code'], error.response['Error']['Message']]
    return None


def template(queues, delay=0):
    resources = {
        f'Jobs{index}': {'Type': 'AWS::SQS::Queue', 'Properties': {'DelaySeconds': delay}} for index in range(queues)
    }
    return json.dumps({'Description': 'Queues <&> "more"', 'Resources': resources})


waiter = {'Delay': 0.01, 'MaxAttempts': 20}

# A change set: pages of changes, with values, executed and waited for.
made = cloudformation.create_change_set(
    StackName='many', ChangeSetName='first', ChangeSetType='CREATE', TemplateBody=template(130),
    Tags=[{'Key': 'team', 'Value': 'a&b'}], Capabilities=['CAPABILITY_IAM'])
cloudformation.get_waiter('change_set_create_complete').wait(ChangeSetName=made['Id'], WaiterConfig=waiter)
page = cloudformation.describe_change_set(ChangeSetName=made['Id'], IncludePropertyValues=True)
changes = list(page['Changes'])
pages = 1
while 'NextToken' in page:
    page = cloudformation.describe_change_set(
        ChangeSetName=made['Id'], IncludePropertyValues=True, NextToken=page['NextToken'])
    changes += page['Changes']
    pages += 1
seen['changes'] = [pages > 1, len({one['ResourceChange']['LogicalResourceId'] for one in changes})]
cloudformation.execute_change_set(ChangeSetName=made['Id'])
cloudformation.get_waiter('stack_create_complete').wait(StackName='many', WaiterConfig=waiter)
stack = cloudformation.describe_stacks(StackName='many')['Stacks'][0]
seen['stack'] = [stack['StackStatus'], stack['Description'], stack['Tags'], stack['CreationTime'].tzinfo is not None]

# Pages of events and resources.
events = [event for page in cloudformation.get_paginator('describe_stack_events').paginate(StackName='many')
          for event in page['StackEvents']]
seen['events'] = [len({event['EventId'] for event in events}) == len(events), events[0]['ResourceStatus'],
                  events[-1]['ResourceStatus'], len(events) > 260]
resources = [one for page in cloudformation.get_paginator('list_stack_resources').paginate(StackName='many')
             for one in page['StackResourceSummaries']]
seen['resources'] = len(resources)

# An update without a change set, one that changes nothing, and one whose failure is rolled back.
cloudformation.update_stack(StackName='many', TemplateBody=template(3, delay=5))
cloudformation.get_waiter('stack_update_complete').wait(StackName='many', WaiterConfig=waiter)
seen['unchanged'] = refused(cloudformation.update_stack, StackName='many', TemplateBody=template(3, delay=5))
cloudformation.update_stack(StackName='many', TemplateBody=template(3, delay=1_000_000))
try:
    cloudformation.get_waiter('stack_update_complete').wait(StackName='many', WaiterConfig=waiter)
except WaiterError as error:
    seen['failed'] = error.last_response['Stacks'][0]['StackStatus']

# Drift, read by the strictest parser of dates and nested lists.
detection = cloudformation.detect_stack_drift(StackName='many')['StackDriftDetectionId']
status = cloudformation.describe_stack_drift_detection_status(StackDriftDetectionId=detection)
seen['drift'] = [status['DetectionStatus'], status.get('StackDriftStatus'), status.get('DriftedStackResourceCount')]

# Reads of the template, and what is no template.
seen['template'] = cloudformation.get_template(StackName='many')['TemplateBody']['Description']
seen['summary'] = cloudformation.get_template_summary(TemplateBody=template(1))['ResourceTypes']
seen['invalid'] = refused(cloudformation.validate_template, TemplateBody='{"Resources": {}}')
seen['unknown'] = refused(cloudformation.describe_stacks, StackName='nothing')

# Protection, a refused deletion, and a real one.
cloudformation.update_termination_protection(StackName='many', EnableTerminationProtection=True)
seen['protected'] = refused(cloudformation.delete_stack, StackName='many')
cloudformation.update_termination_protection(StackName='many', EnableTerminationProtection=False)
# SAM names no resource to retain, in these words.
cloudformation.delete_stack(StackName='many', RetainResources=[])
cloudformation.get_waiter('stack_delete_complete').wait(StackName='many', WaiterConfig=waiter)
seen['deleted'] = [one['StackStatus'] for one in cloudformation.list_stacks()['StackSummaries']]

# Templates from a bucket, values from the parameter store, another account by its role.
s3, ssm, sts = boto3.client('s3'), boto3.client('ssm'), boto3.client('sts')
s3.create_bucket(Bucket='templates', CreateBucketConfiguration={'LocationConstraint': 'eu-central-1'})
s3.put_object(Bucket='templates', Key='web.json', Body=json.dumps({
    'Parameters': {'Delay': {'Type': 'AWS::SSM::Parameter::Value<String>', 'Default': '/web/delay'}},
    'Resources': {'Jobs': {'Type': 'AWS::SQS::Queue', 'Properties': {'DelaySeconds': {'Ref': 'Delay'}}}},
}))
ssm.put_parameter(Name='/web/delay', Value='7', Type='String')
cloudformation.create_stack(StackName='web', TemplateURL='https://templates.s3.eu-central-1.amazonaws.com/web.json')
seen['resolved'] = cloudformation.describe_stacks(StackName='web')['Stacks'][0]['Parameters']
role = sts.assume_role(RoleArn='arn:aws:iam::999988887777:role/deploy', RoleSessionName='tests')['Credentials']
other = boto3.client('cloudformation', aws_access_key_id=role['AccessKeyId'],
                     aws_secret_access_key=role['SecretAccessKey'], aws_session_token=role['SessionToken'])
seen['elsewhere'] = [len(other.describe_stacks()['Stacks']), len(cloudformation.describe_stacks()['Stacks'])]

print(json.dumps(seen))
