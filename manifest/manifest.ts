import type { ManifestSettings } from './settings.ts';

/** The schema version that Excel on the desktop and Teams both take today; see docs/guides/first-tenant.md. */
export const SCHEMA_VERSION = '1.25';
export const RIBBON_SIZES = [16, 32, 80] as const;

const PANE_RUNTIME = 'PaneRuntime';
const SHOW_PANE = 'ShowPane';

export type Manifest = ReturnType<typeof manifestFor>;

/** One package for Teams and Excel: unified Microsoft 365 manifest. */
export function manifestFor(settings: ManifestSettings) {
  const { origin, clientId, appId, version } = settings;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    version,
    id: appId,
    developer: {
      name: 'Lastmile',
      websiteUrl: `${origin}/`,
      privacyUrl: `${origin}/privacy`,
      termsOfUseUrl: `${origin}/terms`,
    },
    name: { short: 'Lastmile', full: 'Lastmile: the last mile of strategy' },
    description: {
      short: 'Computed status, booked recalibrations, priced delays.',
      full: 'Managers report numbers from the spreadsheet they already have. Status is computed, never typed; when it leaves green, the recalibration meeting is booked, and every delay has a price.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#5B5FC7',
    staticTabs: [tab(origin)],
    validDomains: [new URL(origin).host],
    showLoadingIndicator: true,
    webApplicationInfo: { id: clientId, resource: `api://${clientId}` },
    activities: {
      activityTypes: [
        { type: 'reportDue', description: 'A report is due', templateText: 'Report due: {what}' },
      ],
    },
    authorization: {
      permissions: {
        resourceSpecific: [
          { name: 'TeamsActivity.Send.User', type: 'Application' },
          { name: 'Document.ReadWrite.User', type: 'Delegated' },
        ],
      },
    },
    extensions: [excel(origin)],
  };
}

function tab(origin: string) {
  return {
    entityId: 'lastmile',
    name: 'Lastmile',
    contentUrl: `${origin}/tab/`,
    websiteUrl: `${origin}/tab/`,
    scopes: ['personal', 'team', 'groupChat'],
    context: ['personalTab', 'channelTab', 'meetingSidePanel', 'meetingDetailsTab'],
  };
}

function excel(origin: string) {
  return {
    requirements: { scopes: ['workbook'], capabilities: [{ name: 'ExcelApi', minVersion: '1.14' }] },
    runtimes: [
      {
        id: PANE_RUNTIME,
        type: 'general',
        lifetime: 'short',
        code: { page: `${origin}/excel-addin/taskpane.html` },
        actions: [{ id: SHOW_PANE, type: 'openPage', view: 'lastmilePane' }],
      },
    ],
    ribbons: [{ contexts: ['default'], tabs: [{ builtInTabId: 'TabHome', groups: [ribbonGroup(origin)] }] }],
  };
}

function ribbonGroup(origin: string) {
  const icons = RIBBON_SIZES.map((size) => ({ size, url: `${origin}${ribbonIcon(size)}` }));
  return {
    id: 'lastmileGroup',
    label: 'Lastmile',
    icons,
    controls: [
      {
        id: 'lastmileOpen',
        type: 'button',
        label: 'Check in',
        icons,
        supertip: {
          title: 'Check in',
          description: 'Report what changed in this sheet, and see what it does.',
        },
        actionId: SHOW_PANE,
      },
    ],
  };
}

/** Where the server offers a ribbon icon: Excel loads these, they are not in the package. */
export function ribbonIcon(size: number): string {
  return `/icons/lastmile-${size}.png`;
}
