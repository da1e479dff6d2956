import { ClustersView } from '@/components/cluster/list/clusters-view'

export default function ClustersPage() {
  return <ClustersView />
}
