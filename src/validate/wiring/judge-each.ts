import type { ResourceView, TemplateView } from '../template-view.ts'

/** The most steps that are made for one resource in one check: hundreds of times what resources of real templates take. */
const most = 20_000

/** Judges resources one after the other. One that has too many cases is left undecided, and the others are judged all the same. */
export function judgeEach(
  resources: readonly ResourceView[],
  { effort }: TemplateView,
  judge: (resource: ResourceView) => void,
): void {
  for (const resource of resources) {
    if (!effort.within(most, () => judge(resource))) effort.leaveUndecided(resource.id)
    effort.spend(1)
  }
}
