import { ConfigProvider, type ThemeConfig, theme } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentAntdLocale, loadAntdLocale } from './antd-locale';
import { useIsDark } from './theme-mode';

const font = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';

const shared: ThemeConfig['token'] = {
  fontFamily: font,
  fontSize: 13,
  borderRadius: 4,
  controlHeight: 30,
  wireframe: false,
  motion: !globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
};

const flatButton = { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' };

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  components: { Button: flatButton },
  token: {
    ...shared,
    colorPrimary: '#0f766e',
    colorLink: '#0d675f',
    colorInfo: '#0f766e',
    colorError: '#b42318',
    colorWarning: '#b26a00',
    colorSuccess: '#1a6b3a',
    colorTextBase: '#1a2126',
    colorTextDescription: '#56626b',
    colorTextTertiary: '#56626b',
    colorTextPlaceholder: '#68747d',
    colorBorder: '#c4ccd1',
    colorBorderSecondary: '#e1e5e8',
    colorBgLayout: '#f5f6f7',
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#2dbfae',
    colorLink: '#4fd1c1',
    colorInfo: '#2dbfae',
    colorError: '#ff7a6e',
    colorWarning: '#f0bd62',
    colorSuccess: '#6fd699',
    colorTextBase: '#e3e8eb',
    colorTextDescription: '#9eabb4',
    colorTextTertiary: '#9eabb4',
    colorTextPlaceholder: '#8b98a1',
    colorBgBase: '#161b1e',
    colorBgContainer: '#161b1e',
    colorBgElevated: '#1e2529',
    colorBgLayout: '#0f1315',
    colorBorder: '#46525a',
    colorBorderSecondary: '#2a3338',
  },
  components: { Button: { ...flatButton, primaryColor: '#04211e', dangerColor: '#2a0a07' } },
};

function useAntdLocale() {
  const { i18n } = useTranslation();
  const [locale, setLocale] = useState(currentAntdLocale);
  useEffect(() => {
    let wanted = true;
    loadAntdLocale(i18n.language).then((next) => {
      if (wanted) setLocale(next);
    });
    return () => {
      wanted = false;
    };
  }, [i18n.language]);
  return locale;
}

export function UiProvider({ children }: { children: ReactNode }) {
  const isDark = useIsDark();
  const locale = useAntdLocale();
  return (
    <ConfigProvider
      theme={isDark ? dark : light}
      locale={locale}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: true, colon: false }}
    >
      {children}
    </ConfigProvider>
  );
}
