import type { ECharts, EChartsCoreOption } from 'echarts/core';

/** One row of bars; the tone is the name of a colour of the theme. */
type Series = { name: string; tone: string; values: (number | null)[] };

/** What the server sends: bars by category, side by side or stacked, and the language of the figures. */
type Data = {
    categories: string[];
    series: Series[];
    stacked: boolean;
    lying: boolean;
    unit: string;
    language: string;
};

const NOTHING: Data = { categories: [], series: [], stacked: true, lying: false, unit: '', language: 'en' };
const ROW = 30;
const LEGEND = 24;
/** Of one letter and of what stands around a name in the legend, in pixels and rather too much. */
const LETTER = 7.5;
const AROUND = 44;

/** A chart of bars in the theme's own colours. What it shows stands in a table beside it, so it is one picture to a reader. */
class Chart extends HTMLElement {
    private shown: Data = NOTHING;
    private chart?: ECharts;
    private loading = false;
    /** For which it was painted: names and legend wrap by it. */
    private width = 0;
    private readonly size = new ResizeObserver(() =>
        this.clientWidth === this.width ? this.chart?.resize() : this.paint(),
    );
    private readonly theme = new MutationObserver(() => this.paint());
    private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');

    set data(data: Data) {
        this.shown = data ?? NOTHING;
        void this.draw();
    }

    connectedCallback() {
        this.size.observe(this);
        this.theme.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
        void this.draw();
    }

    disconnectedCallback() {
        this.size.disconnect();
        this.theme.disconnect();
        this.chart?.dispose();
        this.chart = undefined;
    }

    private async draw() {
        if (!this.isConnected || this.loading) {
            return;
        }
        if (!this.chart) {
            this.loading = true;
            const { init } = await import('./chart-parts');
            this.loading = false;
            if (!this.isConnected) {
                return;
            }
            this.fitHeight();
            this.chart = init(this, undefined, { renderer: 'svg' });
            this.chart.on('click', (event) =>
                this.dispatchEvent(
                    new CustomEvent('bar-chosen', { detail: { category: event.dataIndex, series: event.seriesIndex } }),
                ),
            );
        }
        this.paint();
    }

    private fitHeight() {
        this.style.height = this.shown.lying
            ? `${Math.max(5, this.shown.categories.length + 1) * ROW + this.legendHeight()}px`
            : '';
    }

    /** The legend wraps, and the bars begin below it. */
    private legendHeight() {
        const { series } = this.shown;
        if (series.length < 2) {
            return 12;
        }
        let rows = 1;
        let used = 0;
        for (const each of series) {
            const width = each.name.length * LETTER + AROUND;
            if (used > 0 && used + width > this.clientWidth) {
                rows++;
                used = 0;
            }
            used += width;
        }
        return rows * LEGEND + 12;
    }

    private paint() {
        const chart = this.chart;
        if (!chart) {
            return;
        }
        this.width = this.clientWidth;
        this.fitHeight();
        chart.resize();
        chart.setOption(this.option(), { notMerge: true });
        this.setAttribute('drawn', '');
    }

    private option(): EChartsCoreOption {
        const style = getComputedStyle(this);
        const colour = (name: string) => style.getPropertyValue(name).trim();
        const text = { color: colour('--lumo-body-text-color'), fontFamily: style.fontFamily, fontSize: 13 };
        const line = { lineStyle: { color: colour('--lr-line') } };
        const { categories, series, stacked, lying, unit } = this.shown;
        const names = {
            type: 'category',
            data: categories,
            inverse: lying,
            axisLabel: {
                ...text,
                hideOverlap: !lying,
                width: lying ? (this.clientWidth > 480 ? 170 : 110) : undefined,
                overflow: 'break',
            },
            axisLine: line,
            axisTick: { show: false },
        };
        const number = new Intl.NumberFormat(this.shown.language);
        const figures = {
            type: 'value',
            minInterval: 1,
            axisLabel: { ...text, hideOverlap: true, formatter: (value: number) => number.format(value) },
            splitLine: line,
        };
        return {
            animation: !this.calm.matches,
            textStyle: text,
            grid: { left: 4, right: 16, top: this.legendHeight(), bottom: 4, containLabel: true },
            legend: { show: series.length > 1, top: 0, left: 0, textStyle: text, icon: 'roundRect' },
            tooltip: {
                trigger: 'axis',
                axisPointer: { type: 'shadow' },
                backgroundColor: colour('--lumo-base-color'),
                borderColor: colour('--lr-line'),
                textStyle: text,
                confine: true,
                valueFormatter: (value: unknown) =>
                    typeof value === 'number' ? `${number.format(value)}${unit ? ' ' + unit : ''}` : '',
            },
            xAxis: lying ? figures : names,
            yAxis: lying ? names : figures,
            series: series.map((each) => ({
                type: 'bar',
                name: each.name,
                data: each.values,
                stack: stacked ? 'all' : undefined,
                barMaxWidth: 36,
                cursor: 'pointer',
                itemStyle: {
                    color: colour(each.tone) || colour('--lumo-primary-color'),
                    borderColor: colour('--lumo-base-color'),
                    borderWidth: stacked ? 1 : 0,
                },
            })),
        };
    }
}

customElements.define('lr-chart', Chart);
