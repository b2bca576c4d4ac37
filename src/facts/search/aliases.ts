/**
 * Words that readers type for a page that is called otherwise. `leadsTo` are addresses in order of preference, `*` standing for one step of
 * a path: the words go to every page of the first of them that the site has. A page that is yet to come is named first, and takes the
 * words over when it is there. Other words for a term are the glossary's own (`aliases` of its record).
 */
export interface Alias {
  readonly words: readonly string[];
  readonly leadsTo: readonly string[];
}

export const aliases: readonly Alias[] = [
  {
    words: ['build', 'getting started', 'get started', 'quick start', 'install', 'installation', 'set up', 'clone', 'compile', 'download'],
    leadsTo: ['/systems/*/start/'],
  },
  { words: ['run it', 'try it', 'emulator', 'QEMU'], leadsTo: ['/systems/*/start/'] },
  { words: ['hello world', 'first app'], leadsTo: ['/systems/starina/architecture/writing-an-app/'] },
  {
    words: ['good first issue', 'first task', 'tasks', 'open work', 'to do', 'help wanted'],
    leadsTo: ['/tasks/', '/systems/*/start/'],
  },
  { words: ['contribute', 'contributing', 'send a patch', 'pull request'], leadsTo: ['/systems/*/start/'] },
  {
    words: ['simulation', 'simulate', 'simulator', 'model checker', 'model checking', 'interactive', 'demo', 'state space'],
    leadsTo: ['/simulations/'],
  },
  {
    words: [
      'blank model',
      'new model',
      'own model',
      'write a specification',
      'modelling language',
      'language reference',
      'playground',
      'editor',
    ],
    leadsTo: ['/simulations/new/'],
  },
  { words: ['lab', 'labs', 'exercise', 'exercises', 'course', 'tutorial', 'puzzle', 'learn by doing'], leadsTo: ['/learn/'] },
  { words: ['compare', 'comparison', 'versus', 'vs', 'alternatives'], leadsTo: ['/compare/'] },
  { words: ['what changed', 'changes', 'changelog', 'news', 'release notes', 'recently'], leadsTo: ['/changes/', '/sources/drift/'] },
  { words: ['feed', 'RSS', 'Atom', 'subscribe'], leadsTo: ['/systems/*/#elsewhere', '/data/'] },
  { words: ['offline', 'no network', 'airplane mode'], leadsTo: ['/offline/'] },
  { words: ['zip', 'PDF', 'print', 'printing', 'book', 'on paper', 'whole site'], leadsTo: ['/data/'] },
  { words: ['embed', 'iframe', 'badge', 'badges', 'shield', 'use this elsewhere'], leadsTo: ['/systems/*/#elsewhere', '/data/'] },
  {
    words: [
      'maintainer',
      'maintainers',
      'report a mistake',
      'correct a fact',
      'orrery.json',
      'own statement',
      'GitHub Action',
      'check a roadmap',
    ],
    leadsTo: ['/systems/*/keep-right/'],
  },
  { words: ['API', 'JSON', 'CSV', 'download the data', 'export', 'llms.txt'], leadsTo: ['/data/'] },
  { words: ['roadmap', 'road map', 'phases', 'progress', 'status', 'what is done'], leadsTo: ['/milestones/'] },
  { words: ['hardware', 'boards', 'supported hardware', 'architectures'], leadsTo: ['/platforms/'] },
  { words: ['terms', 'dictionary', 'definitions', 'vocabulary'], leadsTo: ['/glossary/'] },
  { words: ['differences', 'discrepancies', 'wrong documentation', 'outdated'], leadsTo: ['/sources/drift/'] },
  { words: ['references', 'bibliography', 'citations'], leadsTo: ['/sources/'] },
  { words: ['requirements', 'invariants', 'guarantees'], leadsTo: ['/rules/'] },
  { words: ['index', 'A to Z', 'all terms'], leadsTo: ['/a-to-z/'] },
  { words: ['quiz', 'test yourself', 'exam'], leadsTo: ['/learn/questions/*/'] },
  // Single pages: what people call their subject.
  {
    words: ['raspberry pi', 'raspberry', 'Pi 4'],
    leadsTo: ['/systems/violetos/guides/**raspberry**', '/platforms/violetos-raspberry-pi-4/'],
  },
  { words: ['OCI', 'OCI image', 'docker', 'container', 'kubernetes'], leadsTo: ['/systems/themelios/architecture/containers/'] },
  { words: ['scheduler', 'round robin', 'preemption', 'time slice'], leadsTo: ['/systems/themelios/architecture/scheduling/'] },
  { words: ['page table', 'virtual memory', 'MMU'], leadsTo: ['/systems/themelios/architecture/address-spaces/'] },
  { words: ['permission', 'access control', 'access rights'], leadsTo: ['/systems/themelios/architecture/capabilities/'] },
  { words: ['IPC', 'send a message'], leadsTo: ['/systems/themelios/architecture/message-passing/'] },
  { words: ['rollback', 'roll back', 'OTA'], leadsTo: ['/systems/themelios/architecture/updates/'] },
  { words: ['rollback', 'roll back'], leadsTo: ['/simulations/themelios/ab-update/'] },
  { words: ['zdb', '0-db', 'volume', 'disk'], leadsTo: ['/systems/zos/architecture/storage/'] },
  { words: ['virtualization', 'virtualisation', 'VM', 'hypervisor'], leadsTo: ['/systems/zos/architecture/machines/'] },
  { words: ['wireguard', 'mycelium', 'VPN'], leadsTo: ['/systems/zos/architecture/network/'] },
  { words: ['boot loader', 'bootloader'], leadsTo: ['/systems/*/architecture/boot/'] },
  { words: ['window', 'GUI', 'compositor', 'wayland'], leadsTo: ['/systems/avyos/architecture/graphics/'] },
];

/** Sections of pages that are found by themselves where a page has them. */
export const sections: readonly { readonly page: string; readonly id: string; readonly title: string }[] = [
  { page: '/systems/*/', id: 'elsewhere', title: 'Use this elsewhere' },
  { page: '/simulations/new/', id: 'walk', title: 'A walk through the language of models' },
  { page: '/simulations/new/', id: 'kinds', title: 'Kinds: what the state of a model is made of' },
  { page: '/simulations/new/', id: 'properties', title: 'Properties of a model: what must hold' },
  { page: '/simulations/new/', id: 'faults', title: 'Faults of a model: what may go wrong' },
  { page: '/simulations/new/', id: 'runs', title: 'Runs of a model: what is told and expected' },
];
