package cn.baosong.testing;

import cn.baosong.account.SignedIn;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockInstantiator;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinHelper;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinSession;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.spring.SpringServlet;
import com.vaadin.flow.spring.SpringVaadinServletService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.ClassUtils;

/** A browser session without a browser: the real views, made by Spring, with the real listeners and access rules. */
public final class Pages {

    private static final Routes ROUTES = new Routes(views(), errorViews(), true);
    private static final Set<Class<? extends RouterLayout>> LAYOUTS = layouts();

    private Pages() {}

    public static void open(ApplicationContext context, Cookie... cookies) {
        MockVaadin.setMockRequestFactory(session -> {
            var request = new Request(session);
            List.of(cookies).forEach(request::addCookie);
            return request;
        });
        MockVaadin.setup(MockedUI::new, new Servlet(context));
    }

    /** Somebody who has logged in, in the open session. */
    public static void signIn(SignedIn user) {
        var securityContext = SecurityContextHolder.createEmptyContext();
        securityContext.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                user.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList()));
        SecurityContextHolder.setContext(securityContext);
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, securityContext);
    }

    public static void close() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
        SecurityContextHolder.clearContext();
    }

    /** Knows who is signed in the way the servlet container does behind Spring Security. */
    private static final class Request extends FakeRequest {

        Request(HttpSession session) {
            super(session);
        }

        @Override
        public Principal getUserPrincipal() {
            return SecurityContextHolder.getContext().getAuthentication();
        }

        @Override
        public boolean isUserInRole(String role) {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication != null
                    && authentication.getAuthorities().stream()
                            .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + role));
        }
    }

    private static Set<Class<? extends Component>> views() {
        var views = new HashSet<Class<? extends Component>>();
        find(new AnnotationTypeFilter(Route.class), Component.class)
                .filter(view -> view.getAnnotation(Route.class).registerAtStartup())
                .forEach(views::add);
        return views;
    }

    private static Set<Class<? extends RouterLayout>> layouts() {
        return find(new AnnotationTypeFilter(Layout.class), RouterLayout.class).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Set<Class<? extends HasErrorParameter<?>>> errorViews() {
        var views = new HashSet<Class<? extends HasErrorParameter<?>>>();
        find(new AssignableTypeFilter(HasErrorParameter.class), HasErrorParameter.class)
                .forEach(view -> views.add((Class<? extends HasErrorParameter<?>>) view));
        return views;
    }

    /** Of the product, package-private ones included. */
    private static <T> Stream<Class<? extends T>> find(TypeFilter filter, Class<T> type) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(filter);
        return scan.findCandidateComponents("cn.baosong").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), Pages.class.getClassLoader()))
                .map(found -> found.asSubclass(type));
    }

    private static final class Servlet extends SpringServlet {

        private final transient ApplicationContext context;

        Servlet(ApplicationContext context) {
            super(context, false);
            this.context = context;
        }

        @Override
        protected DeploymentConfiguration createDeploymentConfiguration() throws ServletException {
            MockVaadinHelper.mockFlowBuildInfo(this);
            return super.createDeploymentConfiguration();
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = new Service(this, configuration, context);
            service.init();
            ROUTES.register(service.getContext());
            var registry = ApplicationRouteRegistry.getInstance(service.getContext());
            LAYOUTS.forEach(registry::setLayout);
            return service;
        }
    }

    private static final class Service extends SpringVaadinServletService {

        Service(SpringServlet servlet, DeploymentConfiguration configuration, ApplicationContext context) {
            super(servlet, configuration, context);
        }

        @Override
        protected boolean isAtmosphereAvailable() {
            return false;
        }

        @Override
        public String getMainDivId(VaadinSession session, VaadinRequest request) {
            return "ROOT-1";
        }

        @Override
        protected VaadinSession createVaadinSession(VaadinRequest request) {
            return new MockVaadinSession(this, MockedUI::new);
        }

        @Override
        public Instantiator getInstantiator() {
            return MockInstantiator.create(super.getInstantiator());
        }
    }
}
