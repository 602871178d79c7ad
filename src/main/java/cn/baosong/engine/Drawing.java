package cn.baosong.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Where things lie in the diagram of a process or of decisions, in pixels.
 *
 * @param boxes shapes by the id of what they show
 * @param lines way points by the id of the flow they show
 */
record Drawing(Map<String, Box> boxes, Map<String, List<Point>> lines) {

    /** How far a line may end from what it belongs to. */
    private static final double TOLERANCE = 2;

    private static final String OF_DECISIONS = "dmnElementRef";

    record Point(double x, double y) {}

    /** A rectangle; circles and diamonds lie in one. */
    record Box(double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        private Box grown(double by) {
            return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
        }

        private boolean contains(Point point) {
            return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
        }

        /** @param rectangle whether the end must lie on the border; that of a circle or a diamond runs inside its box */
        boolean touches(Point end, boolean rectangle) {
            return grown(TOLERANCE).contains(end)
                    && !(rectangle && grown(-TOLERANCE).contains(end));
        }

        /** @return whether the line runs through the inside */
        boolean isCrossedBy(List<Point> line) {
            Box inside = grown(-TOLERANCE);
            for (int i = 1; i < line.size(); i++) {
                if (inside.isCrossedBy(line.get(i - 1), line.get(i))) {
                    return true;
                }
            }
            return false;
        }

        /** Cuts the piece of the line to the box, axis by axis: something is left where it crosses. */
        private boolean isCrossedBy(Point from, Point to) {
            double[] range = {0, 1};
            return cut(range, from.x, to.x - from.x, x, x + width)
                    && cut(range, from.y, to.y - from.y, y, y + height)
                    && range[0] < range[1];
        }

        private static boolean cut(double[] range, double start, double delta, double low, double high) {
            if (delta == 0) {
                return start > low && start < high;
            }
            double one = (low - start) / delta;
            double other = (high - start) / delta;
            range[0] = Math.max(range[0], Math.min(one, other));
            range[1] = Math.min(range[1], Math.max(one, other));
            return true;
        }
    }

    /** @param all every element of the file; what is drawn without a size or with fewer than two points is left out */
    static Drawing of(List<Element> all) {
        Map<String, Box> boxes = new HashMap<>();
        Map<String, List<Point>> lines = new HashMap<>();
        for (Element drawn : all) {
            String id = drawn.hasAttribute(OF_DECISIONS)
                    ? drawn.getAttribute(OF_DECISIONS)
                    : drawn.getAttribute("bpmnElement");
            if (XmlModel.is(drawn, "BPMNShape") || XmlModel.is(drawn, "DMNShape")) {
                XmlModel.children(drawn).stream()
                        .filter(child -> XmlModel.is(child, "Bounds"))
                        .forEach(bounds -> boxes.put(
                                id,
                                new Box(
                                        number(bounds, "x"),
                                        number(bounds, "y"),
                                        number(bounds, "width"),
                                        number(bounds, "height"))));
            } else if (XmlModel.is(drawn, "BPMNEdge")) {
                List<Point> points = new ArrayList<>();
                XmlModel.children(drawn).stream()
                        .filter(child -> XmlModel.is(child, "waypoint"))
                        .forEach(point -> points.add(new Point(number(point, "x"), number(point, "y"))));
                if (points.size() > 1) {
                    lines.put(id, points);
                }
            }
        }
        return new Drawing(boxes, lines);
    }

    private static double number(Element element, String attribute) {
        try {
            return Double.parseDouble(element.getAttribute(attribute));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
