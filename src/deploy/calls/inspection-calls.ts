import {
  DescribeChangeSetHooksCommand,
  DescribeEventsCommand,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  GetHookResultCommand,
  GetTemplateCommand,
  ListExportsCommand,
  ListHookResultsCommand,
  ListImportsCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  type CloudFormationClient,
  type StackStatus,
} from '@aws-sdk/client-cloudformation'
import { allPages } from './all-pages.ts'
import { because } from './aws-error.ts'

/** The calls that look at what is there: stacks, resources, templates, operations, hooks, exports and drift. All pages of each. */
export function inspectionCalls(client: CloudFormationClient, abortSignal?: AbortSignal) {
  const http = abortSignal === undefined ? {} : { abortSignal }
  return {
    ...listings(client, http),
    ...operationReads(client, http),
    ...driftReads(client, http),
  }
}

interface Http {
  readonly abortSignal?: AbortSignal
}

function listings(client: CloudFormationClient, http: Http) {
  return {
    /** Stacks of the region, in some states or in all but deleted ones. */
    listStacks: (statuses: readonly string[]) =>
      allPages(
        (NextToken) =>
          client
            .send(
              new ListStacksCommand({ NextToken, StackStatusFilter: [...statuses] as StackStatus[] }),
              http,
            )
            .catch(because('list the stacks')),
        (page) => page.StackSummaries,
      ),
    stackResources: (stack: string) =>
      allPages(
        (NextToken) =>
          client
            .send(new ListStackResourcesCommand({ StackName: stack, NextToken }), http)
            .catch(because(`list the resources of stack "${stack}"`)),
        (page) => page.StackResourceSummaries,
      ),
    /** The text of a deployed template as it was sent, or of a change set's. */
    template: (of: { readonly stack: string } | { readonly changeSet: string }): Promise<string> =>
      client
        .send(
          new GetTemplateCommand({
            TemplateStage: 'Original',
            ...('stack' in of ? { StackName: of.stack } : { ChangeSetName: of.changeSet }),
          }),
          http,
        )
        .then(({ TemplateBody }) => TemplateBody ?? '', because('read the deployed template')),
    exports: () =>
      allPages(
        (NextToken) =>
          client.send(new ListExportsCommand({ NextToken }), http).catch(because('list the exports')),
        (page) => page.Exports,
      ),
    /** Names of the stacks that import an export; none when nothing does. */
    importers: (name: string): Promise<readonly string[]> =>
      allPages(
        (NextToken) => client.send(new ListImportsCommand({ ExportName: name, NextToken }), http),
        (page) => page.Imports,
      ).catch((error: unknown) => {
        if (/is not imported|does not exist/i.test(String((error as Error).message))) return []
        return because(`list the stacks that import "${name}"`)(error)
      }),
  }
}

function operationReads(client: CloudFormationClient, http: Http) {
  return {
    /** The failed events of a change set or an operation: early validation, hooks, resources. */
    failedEvents: (of: { readonly changeSet: string } | { readonly operation: string }) =>
      allPages(
        (NextToken) =>
          client
            .send(
              new DescribeEventsCommand({
                NextToken,
                Filters: { FailedEvents: true },
                ...('changeSet' in of ? { ChangeSetName: of.changeSet } : { OperationId: of.operation }),
              }),
              http,
            )
            .catch(because('read the failed events')),
        (page) => page.OperationEvents,
      ),
    /** The hooks that will look at a change set. */
    changeSetHooks: (changeSet: string) =>
      allPages(
        (NextToken) =>
          client
            .send(new DescribeChangeSetHooksCommand({ ChangeSetName: changeSet, NextToken }), http)
            .catch(because('read the hooks of the change set')),
        (page) => page.Hooks,
      ),
    /** What hooks said of a change set, a stack or a resource. */
    hookResults: (targetType: 'CHANGE_SET' | 'STACK' | 'RESOURCE' | 'CLOUD_CONTROL', target: string) =>
      allPages(
        (NextToken) =>
          client
            .send(new ListHookResultsCommand({ TargetType: targetType, TargetId: target, NextToken }), http)
            .catch(because('list what the hooks said')),
        (page) => page.HookResults,
      ),
    hookResult: (id: string) =>
      client
        .send(new GetHookResultCommand({ HookResultId: id }), http)
        .catch(because('read what a hook said')),
  }
}

function driftReads(client: CloudFormationClient, http: Http) {
  return {
    driftDetection: (id: string) =>
      client
        .send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id }), http)
        .catch(because('read the drift detection')),
    /** What the last drift detection found, resource by resource. */
    resourceDrifts: (stack: string) =>
      allPages(
        (NextToken) =>
          client
            .send(new DescribeStackResourceDriftsCommand({ StackName: stack, NextToken }), http)
            .catch(because(`read the drift of stack "${stack}"`)),
        (page) => page.StackResourceDrifts,
      ),
  }
}
